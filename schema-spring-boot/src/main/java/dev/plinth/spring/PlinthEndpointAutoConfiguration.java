package dev.plinth.spring;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The endpoint {@code plinth}, where there is an actuator. */
@AutoConfiguration(after = PlinthAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(PlinthInitializer.class)
@ConditionalOnAvailableEndpoint(endpoint = PlinthEndpoint.class)
public final class PlinthEndpointAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PlinthEndpoint plinthEndpoint(ObjectProvider<PlinthInitializer> initializers) {
        return new PlinthEndpoint(initializers.orderedStream().toList());
    }
}
