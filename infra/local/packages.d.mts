// Types of packages.mjs, which stays plain JavaScript because it runs before anything is installed.

export declare function packagesAreCurrent(root: string): boolean;
export declare function installPackages(root: string): Promise<void>;
