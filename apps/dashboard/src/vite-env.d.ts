declare module 'virtual:tokens.css';
declare module '@fontsource/be-vietnam-pro/*';
