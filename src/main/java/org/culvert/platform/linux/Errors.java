package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.platform.PlatformException;

/** From the C library's error numbers to exceptions that name call, number and words. */
final class Errors {
    private Errors() {}

    static PlatformException of(String call, LastErrorException e) {
        return of(call, e.getErrorCode());
    }

    static PlatformException of(String call, int errno) {
        return new PlatformException(call, errno, words(errno));
    }

    private static String words(int errno) {
        return switch (errno) {
            case 1 -> "Operation not permitted";
            case C.ENOENT -> "No such file or directory";
            case C.ESRCH -> "No such process";
            case 6, C.ENODEV -> "No such device";
            case 13 -> "Permission denied";
            case 16 -> "Device or resource busy";
            case C.EEXIST -> "File exists";
            case 22 -> "Invalid argument";
            case 90 -> "Message too long";
            case 95 -> "Operation not supported";
            case C.EADDRNOTAVAIL -> "Cannot assign requested address";
            case 100 -> "Network is down";
            case 101 -> "Network is unreachable";
            case 104 -> "Connection reset by peer";
            case 105 -> "No buffer space available";
            case 110 -> "Connection timed out";
            case C.ECONNREFUSED -> "Connection refused";
            case 113 -> "No route to host";
            default -> "error " + errno;
        };
    }
}
