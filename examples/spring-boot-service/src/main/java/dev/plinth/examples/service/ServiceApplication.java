package dev.plinth.examples.service;

import dev.plinth.model.Schema;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service. The bean of its schema is all that it says of Plinth; the rest are properties. */
@SpringBootApplication(proxyBeanMethods = false)
public class ServiceApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(ServiceApplication.class, arguments);
    }

    @Bean
    Schema ordersSchema() {
        return Orders.SCHEMA;
    }
}
