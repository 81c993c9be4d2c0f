import com.mypurecloud.sdk.v2.ApiClient;
import com.mypurecloud.sdk.v2.ApiException;
import com.mypurecloud.sdk.v2.api.AuthorizationApi;
import com.mypurecloud.sdk.v2.api.OAuthApi;
import com.mypurecloud.sdk.v2.model.OAuthClient;
import com.mypurecloud.sdk.v2.model.OAuthClientRequest;
import java.util.List;

/** The vendor's SDK for Java, with the practice org as its base path. Prints each step as a line of JSON. */
public class VendorSdk {
  interface Work {
    void run() throws Exception;
  }

  static OAuthClient made;

  public static void main(String[] arguments) {
    ApiClient client = ApiClient.Builder.standard()
        .withBasePath(System.getenv("PRACTICE_ORG_URL"))
        .withAccessToken(System.getenv("PRACTICE_ORG_TOKEN"))
        .build();
    OAuthApi oauth = new OAuthApi(client);
    AuthorizationApi authorization = new AuthorizationApi(client);

    step("creates an OAuth client, which comes with its secret", () -> {
      made = oauth.postOauthClients(draft("Java SDK"));
      check(made.getSecret() != null, "no secret");
    });
    step("finds it in the list and by its ID", () -> {
      check(oauth.getOauthClient(made.getId()).getName().equals("Java SDK"), "another name");
      boolean isListed = oauth.getOauthClients().getEntities().stream().anyMatch(each -> each.getId().equals(made.getId()));
      check(isListed, "not listed");
    });
    step("changes it", () -> {
      OAuthClient changed = oauth.putOauthClient(made.getId(), draft("Java SDK 2"));
      check(changed.getName().equals("Java SDK 2"), changed.getName());
    });
    step("makes another secret", () ->
        check(!oauth.postOauthClientSecret(made.getId()).getSecret().equals(made.getSecret()), "the same secret"));
    step("reads scopes, roles, divisions and products", () -> {
      check(!oauth.getOauthScopes("en").getEntities().isEmpty(), "no scopes");
      check(!authorization.getAuthorizationDivisions(25, 1, null, null, null, null, null, null, null).getEntities().isEmpty(), "no divisions");
      check(authorization.getAuthorizationProducts().getEntities() != null, "no products");
    });
    step("tells the correlation ID of an error", () -> {
      try {
        oauth.getOauthClient("00000000-0000-0000-0000-000000000000");
        throw new AssertionError("not refused");
      } catch (ApiException error) {
        check(error.getStatusCode() == 404, "status " + error.getStatusCode());
        check(error.getCorrelationId() != null && !error.getCorrelationId().isEmpty(), "no correlation ID");
      }
    });
  }

  static OAuthClientRequest draft(String name) {
    return new OAuthClientRequest()
        .name(name)
        .authorizedGrantType(OAuthClientRequest.AuthorizedGrantTypeEnum.CODE)
        .scope(List.of("users"));
  }

  static void check(boolean holds, String why) {
    if (!holds) throw new AssertionError(why);
  }

  static void step(String name, Work work) {
    try {
      work.run();
      tell(name, true, "");
    } catch (Throwable error) {
      tell(name, false, error.toString());
    }
  }

  static void tell(String step, boolean ok, String why) {
    System.out.println("{\"step\":" + quoted(step) + ",\"ok\":" + ok + ",\"why\":" + quoted(why) + "}");
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
  }
}
