"""What Lapa's services promise one another: a module per service, with its events and its typed client."""
