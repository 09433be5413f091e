// what every page runs
