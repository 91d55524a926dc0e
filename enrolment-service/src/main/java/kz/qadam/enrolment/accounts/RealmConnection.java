package kz.qadam.enrolment.accounts;

import io.quarkus.keycloak.admin.rest.client.runtime.KeycloakAdminRestClientProvider;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/**
 * Speaks with the administration of Keycloak. A Keycloak that is down or hangs costs a request some seconds, and no more than a
 * few requests at a time.
 */
@ApplicationScoped
class RealmConnection {

    private static final Logger LOG = Logger.getLogger(RealmConnection.class);

    private static final int MOST_AT_ONCE = 4;
    /** Its client is not there, has another secret, or must not manage users. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

    private static final Pattern REALM = Pattern.compile("(https?://.+)/realms/([^/]+)/?");

    /** Vouched for by the authority of an installation, if it has one. */
    private static final String TLS = "provider";

    private final Duration patience;
    private final Optional<Keycloak> keycloak;
    private final String realm;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>());

    RealmConnection(UserAccountsConfig config, TlsConfigurationRegistry certificates) {
        Matcher address = REALM.matcher(config.realm().orElse(""));
        boolean isKnown = address.matches() && config.secret().isPresent();
        this.patience = config.answersWithin();
        this.realm = isKnown ? address.group(2) : "";
        this.keycloak = isKnown
                ? Optional.of(KeycloakBuilder.builder()
                        .serverUrl(address.group(1))
                        .realm(realm)
                        .clientId(config.client())
                        .clientSecret(config.secret().get())
                        .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                        .resteasyClient(client(certificates, patience))
                        .build())
                : Optional.empty();
    }

    /** The client of the library has no limit of time of its own. */
    private static Client client(TlsConfigurationRegistry certificates, Duration patience) {
        Client client = certificates
                .get(TLS)
                .map(KeycloakAdminRestClientProvider::new)
                .orElseGet(() -> new KeycloakAdminRestClientProvider(false))
                .newRestEasyClient(null, null, false);
        return client.property(QuarkusRestClientProperties.READ_TIMEOUT, patience.toMillis());
    }

    /**
     * Asks Keycloak.
     *
     * @throws Problem {@link ProblemType#ACCOUNTS_ELSEWHERE} if this service does not keep accounts; {@link
     *     ProblemType#UNAVAILABLE} if Keycloak does not answer, or does not let it
     */
    <T> T ask(Function<RealmResource, T> question) {
        Keycloak known = keycloak.orElseThrow(() -> new Problem(ProblemType.ACCOUNTS_ELSEWHERE));
        Future<T> answer;
        try {
            answer = threads.submit(() -> question.apply(known.realm(realm)));
        } catch (RejectedExecutionException e) {
            throw unreachable("too many questions wait for an answer");
        }
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unreachable("no answer within " + patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw unreachable("interrupted");
        } catch (ExecutionException e) {
            throw problem(e.getCause());
        }
    }

    private static Problem problem(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof Problem problem) return problem;
            if (at instanceof WebApplicationException refused
                    && REFUSALS.contains(refused.getResponse().getStatus())) {
                LOG.errorf("Keycloak does not let this service keep accounts: %s", at.getMessage());
                return new Problem(ProblemType.UNAVAILABLE, Message.of("accounts-unreachable/refused"));
            }
        }
        return unreachable(failure.getMessage());
    }

    private static Problem unreachable(String why) {
        LOG.warnf("Keycloak does not do what was asked about accounts: %s", why);
        return new Problem(ProblemType.UNAVAILABLE, Message.of("accounts-unreachable"));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        keycloak.ifPresent(Keycloak::close);
    }
}
