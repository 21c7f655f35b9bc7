// Pages that are read: one style, no script but their own.

/** @param {{ title: string, body: string, first?: string, head?: string, style?: string }} parts */
export const documentPage = ({ title, body, first = '', head = '', style = 'document.css' }) => `\ufeff<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${first}<link rel="stylesheet" href="${style}">
${head}</head>
<body>
${body}
</body>
</html>
`;
