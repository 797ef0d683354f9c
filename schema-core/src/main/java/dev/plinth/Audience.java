package dev.plinth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of one run. They are told one event at a time, and cannot break what they listen to. */
final class Audience {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaInitializer.class);

    private final List<InitializerListener> listeners;
    /** Not a monitor: a virtual thread that waits in one keeps its carrier. */
    private final ReentrantLock turn = new ReentrantLock();
    /** By place, as one listener may have been given twice. */
    private final Map<Integer, String> notes = new LinkedHashMap<>();

    Audience(List<InitializerListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    void tell(InitializerEvent event) {
        turn.lock();
        try {
            for (int place = 0; place < listeners.size(); place++) {
                tell(place, event);
            }
        } finally {
            turn.unlock();
        }
    }

    List<String> notes() {
        turn.lock();
        try {
            return List.copyOf(notes.values());
        } finally {
            turn.unlock();
        }
    }

    /** An Error too: a listener whose library is missing on the class path must not break an apply. */
    private void tell(int place, InitializerEvent event) {
        InitializerListener listener = listeners.get(place);
        try {
            listener.on(event);
        } catch (VirtualMachineError ofTheMachine) {
            throw ofTheMachine;
        } catch (Throwable failure) {
            String note = "the listener " + listener.getClass().getName() + " threw " + failure.getClass().getName()
                    + " at " + event.getClass().getSimpleName() + "; the run went on";
            if (notes.putIfAbsent(place, note) == null) {
                LOG.warn(note, failure);
            }
        }
    }
}
