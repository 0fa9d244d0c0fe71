/** Signs in as a program does; gives the Cookie header of what is asked afterwards. */
export function signIn(url: string, username: string, password: string): Promise<string>;
