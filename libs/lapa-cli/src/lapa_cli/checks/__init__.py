"""./lapa check: each check returns what is wrong, in words, or nothing."""
