// What is written into pages, by the build and by what the page itself makes of pages and of code for them.

/** A text inside HTML, between tags or as the value of an attribute in double quotes. */
export const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A JSON text without the white space between its parts; its numbers keep their written digits. */
export const compact = (json) => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
