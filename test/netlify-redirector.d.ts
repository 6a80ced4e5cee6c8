// What the tests use of netlify-redirector, which comes without types.
declare module "netlify-redirector" {
  type Request = {
    scheme: string;
    host: string;
    path: string;
    query: string;
    headers: Record<string, string>;
    cookieValues: Record<string, string>;
    getHeader: () => string;
    getCookie: () => string;
  };
  const redirector: {
    parsePlain: (
      rules: string,
      options: object,
    ) => Promise<{ match: (request: Request) => { to: string; status: number } | null }>;
  };
  export default redirector;
}
