// Pages that are read: one style, no script but their own.

/**
 * `head` comes before the style: a script in it hears what becomes of that.
 * @param {{ title: string, body: string, head?: string, style?: string }} parts
 */
export const documentPage = ({ title, body, head = '', style = 'document.css' }) => `\ufeff<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}<link rel="stylesheet" href="${style}">
</head>
<body>
${body}
</body>
</html>
`;
