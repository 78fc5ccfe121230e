"""Files that are made from others: `./lapa generate` writes them, `./lapa check` tells those that differ."""
