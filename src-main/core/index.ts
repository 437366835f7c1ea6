/** The public door of the numeric core: free of Electron and Node, so that tests, benchmarks and scripts can bundle it alone. */
export {}
