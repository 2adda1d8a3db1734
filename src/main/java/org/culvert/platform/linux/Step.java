package org.culvert.platform.linux;

import org.culvert.platform.PlatformException;

/** One call to the kernel, of which some refusals are as good as success. */
@FunctionalInterface
interface Step {
    void run() throws PlatformException;

    /** What is there already is no error. */
    static void replacing(Step step) throws PlatformException {
        try {
            step.run();
        } catch (PlatformException e) {
            if (e.errno() != C.EEXIST) {
                throw e;
            }
        }
    }

    /** What is gone already is no error. */
    static void tolerating(Step step) throws PlatformException {
        try {
            step.run();
        } catch (PlatformException e) {
            boolean gone =
                    e.errno() == C.ENODEV
                            || e.errno() == C.ESRCH
                            || e.errno() == C.ENOENT
                            || e.errno() == C.EADDRNOTAVAIL;
            if (!gone) {
                throw e;
            }
        }
    }
}
