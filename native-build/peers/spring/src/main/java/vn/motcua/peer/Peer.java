package vn.motcua.peer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one-dossier look-up as a Spring team would write it: Tomcat, Spring MVC, Spring Data JPA, HikariCP. */
@SpringBootApplication
public class Peer {
    public static void main(String[] args) {
        SpringApplication.run(Peer.class, args);
    }
}
