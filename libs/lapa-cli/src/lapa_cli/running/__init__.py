"""The platform as child processes: what is started, kept alive and stopped. Standard library only, to stay small in memory."""
