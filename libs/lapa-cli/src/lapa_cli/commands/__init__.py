"""One module per command or small family of commands; what they do lives in the packages beside this one."""
