const CONFIG = `window.Framework = {
  config: {
    name: 'bench',
    clientIds: {
      'mypurecloud.com': '',
      'usw2.pure.cloud': '3f2b8c1e-7d4a-4e96-a0c5-1b9d6e2f8a70', // Oregon
    },
    settings: { enableCallLogs: true, dedicatedLoginWindow: false },
  },
  initialSetup: function () {
    window.PureCloud.User.getAuthToken(function (token) { window.token = token; });
  },
};
`;

function handler(index: number): string {
  return `
// Tells the page about event ${index}.
function onEvent${index}(searchString, interaction) {
  var details = { name: 'event${index}', enabled: true, parts: ['a', "b", 3] };
  if (interaction && interaction.id !== '') {
    window.parent.postMessage(JSON.stringify({ type: 'event', data: [searchString, interaction] }), page);
  }
  return details.parts.map(function (part) { return part + ${index}; });
}
`;
}

/** A framework.js of at least this many characters, the config far from the top. */
export function frameworkText(characters: number, tail: string): string {
  let text = '';
  for (let index = 0; text.length + CONFIG.length < characters; index += 1) text += handler(index);
  return text + CONFIG + tail;
}
