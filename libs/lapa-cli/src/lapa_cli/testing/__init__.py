"""./lapa test: which suites there are, what they need, and the sum of what they say."""
