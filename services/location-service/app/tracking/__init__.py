"""From fixes to an honest walk: pure functions of numbers, without a clock, a database or I/O."""
