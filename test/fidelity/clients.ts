/** A client that nobody here wrote. */
export type FidelityClient = {
  readonly name: string;
  /** It is pinned, but where a client is taken as it is installed. */
  readonly version: string;
  /** What runs it. `gc` and `terraform` no package manager has: they run where somebody has installed them. */
  readonly by: 'node' | 'python' | 'java' | 'gc' | 'terraform';
  /** Names of packages with their versions, as that one's package manager takes them. */
  readonly packages: readonly string[];
  /** The file below test/fidelity (Python, Java, what is installed) or test/org (Node) that does its steps. */
  readonly program: string;
};

/** All of them. */
export const fidelityClients: readonly FidelityClient[] = [
  {
    name: 'JavaScript SDK',
    version: 'of package-lock.json',
    by: 'node',
    packages: [],
    program: 'officialSdk.test.ts',
  },
  {
    name: 'oauth4webapi',
    version: 'of package-lock.json',
    by: 'node',
    packages: [],
    program: 'oauth4webapi.test.ts',
  },
  {
    name: 'Python SDK',
    version: '269.0.0',
    by: 'python',
    packages: ['PureCloudPlatformClientV2==269.0.0'],
    program: 'vendor_sdk.py',
  },
  {
    name: 'Authlib',
    version: '1.9.10',
    by: 'python',
    packages: ['Authlib==1.9.10', 'requests==2.34.2'],
    program: 'authlib_client.py',
  },
  {
    name: 'requests-oauthlib',
    version: '2.0.0',
    by: 'python',
    packages: ['requests-oauthlib==2.0.0'],
    program: 'requests_oauthlib_client.py',
  },
  {
    name: 'scim2-tester',
    version: '0.5.2',
    by: 'python',
    packages: ['scim2-tester==0.5.2', 'httpx2==2.16.2'],
    program: 'scim_tester.py',
  },
  {
    name: 'scim-sanity',
    version: '0.7.4',
    by: 'python',
    packages: ['scim-sanity==0.7.4'],
    program: 'scim_sanity_probe.py',
  },
  {
    name: 'Java SDK',
    version: '198.1.0',
    by: 'java',
    packages: ['com.mypurecloud:platform-client-v2:198.1.0'],
    program: 'VendorSdk.java',
  },
  {
    name: 'Genesys Cloud CLI',
    version: 'as installed',
    by: 'gc',
    packages: [],
    program: 'genesysCli.ts',
  },
  {
    name: 'Terraform provider',
    version: 'as installed',
    by: 'terraform',
    packages: [],
    program: 'terraformProvider.ts',
  },
];
