// Types of parent-watch.mjs, which stays plain JavaScript because it runs before anything is installed.

export declare function watchParent(onDeath: () => void): () => void;
