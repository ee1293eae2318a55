/** What a person sees who comes without this launch's token: an old bookmark, a guessed address. */
export const REFUSAL_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Frontdesk</title>
    <link rel="icon" href="data:," />
    <style>
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem; color-scheme: light dark; }
    </style>
  </head>
  <body>
    <h1>This address has expired</h1>
    <p>
      Frontdesk shows your chats only to whoever started it. Each start makes a new address with a
      new token; this one has none, or an old one.
    </p>
    <p>Please use the address that Frontdesk printed when it started, or start it again.</p>
  </body>
</html>
`;
