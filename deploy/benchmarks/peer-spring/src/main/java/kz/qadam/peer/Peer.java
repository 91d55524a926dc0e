package kz.qadam.peer;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Takes in completions, publishes them through an outbox, and counts the published events. */
@SpringBootApplication
@EnableScheduling
public class Peer {

    public static void main(String[] arguments) {
        SpringApplication.run(Peer.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }
}
