package org.culvert.ipc;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;

import org.culvert.failure.Failure;
import org.culvert.net.Cidr;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.secret.Secret;
import org.culvert.spec.ControlWrapping;
import org.culvert.spec.Proxy;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import java.util.Base64;
import java.util.Optional;

/**
 * The one codec of the socket. Unknown fields, duplicate keys, foreign types and the literal null
 * are refused. Secrets are rendered here and nowhere else.
 */
public final class Json {
    private static final int DEEPEST = 32;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .addMixIn(Failure.class, TypedByName.class)
                    .addMixIn(Question.class, TypedByName.class)
                    .addMixIn(Answer.class, TypedByName.class)
                    .addMixIn(ControlWrapping.class, TypedByName.class)
                    .addMixIn(Proxy.class, TypedByName.class)
                    .changeDefaultVisibility(v ->
                            v.withVisibility(
                                    PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE))
                    .addModule(values())
                    .build();

    /** Nothing in a request may be null; in a status null means "not known". */
    private static final JsonMapper STRICT =
            MAPPER.rebuild().enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface TypedByName {}

    private Json() {}

    /** The octets of a message. */
    public static byte[] write(Object message) {
        return MAPPER.writeValueAsBytes(message);
    }

    /** The same as one line of text. */
    public static String line(Object message) {
        return MAPPER.writeValueAsString(message);
    }

    /** Indented text for people and scripts. */
    public static String pretty(Object message) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(message);
    }

    /** The message that {@code octets} are; empty if they are none. */
    public static <T> Optional<T> read(byte[] octets, Class<T> type) {
        try {
            JsonMapper mapper = type == Request.class ? STRICT : MAPPER;
            return Optional.ofNullable(mapper.readValue(octets, type));
        } catch (JacksonException | IllegalArgumentException | NullPointerException _) {
            return Optional.empty();
        }
    }

    private static SimpleModule values() {
        var module = new SimpleModule();
        text(module, IpAddress.class, IpAddress::literal);
        text(module, Cidr.class, Cidr::literal);
        text(
                module,
                Endpoint.class,
                text -> Endpoint.parse(text).orElseThrow(IllegalArgumentException::new));
        module.addSerializer(
                Secret.class,
                new ValueSerializer<Secret>() {
                    @Override
                    public void serialize(
                            Secret secret, JsonGenerator out, SerializationContext context) {
                        out.writeString(secret.use(Base64.getEncoder()::encodeToString));
                    }
                });
        module.addDeserializer(
                Secret.class,
                new ValueDeserializer<Secret>() {
                    @Override
                    public Secret deserialize(JsonParser in, DeserializationContext context) {
                        return Secret.of(Base64.getDecoder().decode(in.getString()));
                    }
                });
        return module;
    }

    /** Turns text into a value; refuses what is none. */
    @FunctionalInterface
    private interface FromText<T> {
        T read(String text);
    }

    private static <T> void text(SimpleModule module, Class<T> type, FromText<T> reader) {
        module.addSerializer(
                type,
                new ValueSerializer<T>() {
                    @Override
                    public void serialize(
                            T value, JsonGenerator out, SerializationContext context) {
                        out.writeString(value.toString());
                    }
                });
        module.addDeserializer(
                type,
                new ValueDeserializer<T>() {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext context) {
                        return reader.read(in.getString());
                    }
                });
    }
}
