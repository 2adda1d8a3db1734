package org.culvert.ipc;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The eight states that people see (design section 5.1). */
public enum State {
    /** No tunnel, normal network. */
    @JsonProperty("off")
    OFF,
    /** A question is open. */
    @JsonProperty("needUser")
    NEED_USER,
    /** One of the seven stages. */
    @JsonProperty("connecting")
    CONNECTING,
    /** Up, and a probe has come back. */
    @JsonProperty("on")
    ON,
    /** Up, but nothing authenticated for two ping intervals. */
    @JsonProperty("degraded")
    DEGRADED,
    /** Lost, held, trying again. */
    @JsonProperty("reconnecting")
    RECONNECTING,
    /** The kill switch holds and there is no tunnel. */
    @JsonProperty("blocked")
    BLOCKED,
    /** Gave up; cause and next step available. */
    @JsonProperty("failed")
    FAILED
}
