package org.culvert.platform;

/** A system that has no links and no device to give. */
public record NoLinks() implements Links {
    @Override
    public Link open(Dial dial) throws PlatformException {
        throw new PlatformException("socket", 1, "Operation not permitted");
    }

    @Override
    public TunDevice openTun() throws PlatformException {
        throw new PlatformException("open /dev/net/tun", 2, "No such file or directory");
    }

    @Override
    public Waiter waiterOn(int descriptor) throws PlatformException {
        throw new PlatformException("eventfd", 1, "Operation not permitted");
    }
}
