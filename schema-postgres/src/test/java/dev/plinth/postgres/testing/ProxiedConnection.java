package dev.plinth.postgres.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/** One connection through a {@link WireProxy}: a thread for each direction. */
final class ProxiedConnection {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final WireProxy proxy;
    private final Socket client;
    private final Socket server;
    private final FrontendStatements statements = new FrontendStatements();
    private volatile boolean cutWhenDone;

    private ProxiedConnection(WireProxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    static ProxiedConnection open(WireProxy proxy, Socket client, Socket server) throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        ProxiedConnection connection = new ProxiedConnection(proxy, client, server);
        Thread.ofPlatform().daemon().name("wire-proxy-requests").start(() -> connection.run(connection::requests));
        Thread.ofPlatform().daemon().name("wire-proxy-answers").start(() -> connection.run(connection::answers));
        return connection;
    }

    void close() {
        closeQuietly(client);
        closeQuietly(server);
        proxy.ended(this);
    }

    private interface Pump {
        void run() throws IOException, InterruptedException;
    }

    /** Either side may go away at any time; then both go. */
    private void run(Pump pump) {
        try {
            pump.run();
        } catch (IOException | InterruptedException e) {
            // The end of a connection is not an error of the proxy.
        } finally {
            close();
        }
    }

    private void requests() throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(server.getOutputStream()));
        forwardStartup(in, out);
        while (true) {
            WireMessage message = WireMessage.read(in);
            if (message.endsRequest()) {
                Thread.sleep(proxy.delay());
            }
            if (!note(message)) {
                return;
            }
            message.write(out);
            if (in.available() == 0) {
                out.flush();
            }
        }
    }

    /** The first message has no type byte; requests for encryption come before it and are refused here. */
    private void forwardStartup(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int length = in.readInt();
            int code = in.readInt();
            byte[] rest = in.readNBytes(length - 8);
            if (code == SSL_REQUEST || code == GSS_REQUEST) {
                client.getOutputStream().write('N');
            } else {
                out.writeInt(length);
                out.writeInt(code);
                out.write(rest);
                out.flush();
                return;
            }
        }
    }

    /** Notes the statement of a message; false when the connection ends here. */
    private boolean note(WireMessage message) {
        Optional<String> sql = statements.of(message);
        if (sql.isEmpty()) {
            return true;
        }
        proxy.passed(sql.get());
        WireProxy.Cut cut = proxy.cutFor(sql.get());
        if (!cut.isOrdered()) {
            return true;
        }
        cutWhenDone = cut.moment() == WireProxy.Moment.AFTER_THE_SERVER_DID_IT;
        return cutWhenDone;
    }

    private void answers() throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
        while (true) {
            WireMessage message = WireMessage.read(in);
            if (message.isReadyForQuery()) {
                proxy.roundTripEnded();
            }
            if (cutWhenDone) {
                if (message.isReadyForQuery()) {
                    return;
                }
            } else {
                message.write(out);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
