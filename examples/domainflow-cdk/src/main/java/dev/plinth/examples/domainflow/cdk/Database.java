package dev.plinth.examples.domainflow.cdk;

import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * The database that gets the schema, as the rest of an application knows it.
 *
 * @param host the endpoint of the instance or the writer endpoint of the cluster, not that of an RDS Proxy
 * @param secretArn a secret whose JSON holds {@code username} and {@code password}
 * @param securityGroup lets the function in
 */
public record Database(IVpc vpc, ISecurityGroup securityGroup, String host, int port, String name, String secretArn) {}
