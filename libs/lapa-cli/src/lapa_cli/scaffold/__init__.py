"""./lapa new-service: a folder like all the others, and a line in every list of services."""
