/** The package's dictionaries have no typings of their own. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
