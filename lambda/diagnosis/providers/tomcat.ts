import type { Provider } from './provider.ts';

/**
 * Tomcat's Manager, whose page names the address, the roles and the CSRF token in one; without roles, the address is
 * meant.
 *
 * @see https://github.com/apache/tomcat/blob/main/webapps/manager/WEB-INF/jsp/403.jsp
 * @see https://github.com/projectdiscovery/nuclei-templates/issues/1456
 */
export const tomcat: Provider = {
  name: 'tomcat',
  wrote: ({ content, body }) => content === 'html' && body.includes('By default the Manager is only accessible'),
  sentences: [
    {
      cause: 'ip-not-allowed',
      when: /^by default the manager is only accessible from a browser running on the same machine/,
      confidence: 'likely',
    },
  ],
  remedies: {
    'ip-not-allowed':
      "Change the address valve in the Manager's context.xml; if the address is right, give the user a `manager-` role in tomcat-users.xml.",
  },
};
