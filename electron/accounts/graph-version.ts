/** Which version of Graph a new account talks to. Source: meta-platform §0.2. */
export const GRAPH_VERSION = 'v26.0';
