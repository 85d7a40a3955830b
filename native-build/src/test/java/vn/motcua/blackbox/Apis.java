package vn.motcua.blackbox;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import vn.motcua.client.infrastructure.ApiClient;

/** The generated Kotlin client, one instance for each caller. */
final class Apis {
    private static final OkHttpClient HTTP =
            new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(60)).build();

    private final String base;

    Apis(ServiceUnderTest service) {
        base = service.baseUri().toString();
    }

    /** An API of the client as somebody who sends this token; null for anybody. */
    <A extends ApiClient> A as(String token, BiFunction<String, OkHttpClient, A> api) {
        var client = api.apply(base, HTTP);
        client.setAccessTokenProvider(() -> token);
        return client;
    }

    /** Asks until the answer is as wished or the time is up; returns the last answer. */
    static <T> T eventually(Duration limit, Callable<T> ask, Function<T, Boolean> wished) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        var answer = ask.call();
        while (!wished.apply(answer) && System.nanoTime() < end) {
            Thread.sleep(100);
            answer = ask.call();
        }
        return answer;
    }
}
