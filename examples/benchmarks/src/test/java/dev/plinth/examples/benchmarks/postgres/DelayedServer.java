package dev.plinth.examples.benchmarks.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** A server as far away as a network makes it: what passes arrives half a round trip later, each way. */
final class DelayedServer implements AutoCloseable {

    /** Bytes, and when they arrive; no bytes at the end of the stream. */
    private record Passing(long arrivalNanos, byte[] bytes) {}

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final long halfNanos;

    DelayedServer(String host, int port, Duration roundTrip) throws IOException {
        this.host = host;
        this.port = port;
        this.halfNanos = roundTrip.toNanos() / 2;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(host, port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                pass(client, server);
                pass(server, client);
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void pass(Socket from, Socket to) {
        BlockingQueue<Passing> underWay = new LinkedBlockingQueue<>();
        daemon(() -> read(from, underWay));
        daemon(() -> write(to, underWay));
    }

    private void read(Socket from, BlockingQueue<Passing> underWay) {
        byte[] buffer = new byte[65_536];
        try (from) {
            InputStream stream = from.getInputStream();
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                underWay.add(new Passing(System.nanoTime() + halfNanos, Arrays.copyOf(buffer, count)));
            }
        } catch (IOException e) {
            // The other side is told by the end below.
        }
        underWay.add(new Passing(System.nanoTime(), new byte[0]));
    }

    private static void write(Socket to, BlockingQueue<Passing> underWay) {
        try (to) {
            OutputStream stream = to.getOutputStream();
            for (Passing next = underWay.take(); next.bytes().length > 0; next = underWay.take()) {
                for (long left = next.arrivalNanos() - System.nanoTime(); left > 0;) {
                    LockSupport.parkNanos(left);
                    left = next.arrivalNanos() - System.nanoTime();
                }
                stream.write(next.bytes());
                stream.flush();
            }
        } catch (IOException e) {
            // The reader of the other side sees it too.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable work) {
        Thread.ofPlatform().daemon().name("delayed-server").start(work);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
