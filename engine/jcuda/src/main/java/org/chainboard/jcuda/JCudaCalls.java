package org.chainboard.jcuda;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.JCudaDriver;

/** The real driver, through JCuda: the only class that touches JCuda. */
final class JCudaCalls implements Driver {
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final int LONGEST_NAME = 256;

    private JCudaCalls() {}

    /**
     * JCuda copies its native library to a fixed name in the temporary folder and takes whatever lies there, be it cut
     * off or somebody else's. It reads the property at this moment, so it is shown our folder, where the right file
     * already lies. The JDK's own temporary files do not follow the property.
     */
    static Driver load(Path folder) {
        String before = System.getProperty(TEMPORARY);
        System.setProperty(TEMPORARY, folder.toString());
        try {
            // the first use of the class loads the library
            JCudaDriver.setExceptionsEnabled(false);
            return new JCudaCalls();
        } finally {
            System.setProperty(TEMPORARY, before);
        }
    }

    private static void check(int code) throws DriverFailure {
        if (code != 0) {
            throw new DriverFailure(code);
        }
    }

    @Override
    public void start() throws DriverFailure {
        check(JCudaDriver.cuInit(0));
    }

    @Override
    public int version() throws DriverFailure {
        int[] version = new int[1];
        check(JCudaDriver.cuDriverGetVersion(version));
        return version[0];
    }

    @Override
    public int devices() throws DriverFailure {
        int[] count = new int[1];
        check(JCudaDriver.cuDeviceGetCount(count));
        return count[0];
    }

    private static CUdevice device(int number) throws DriverFailure {
        CUdevice device = new CUdevice();
        check(JCudaDriver.cuDeviceGet(device, number));
        return device;
    }

    private static int attribute(CUdevice device, int which) throws DriverFailure {
        int[] value = new int[1];
        check(JCudaDriver.cuDeviceGetAttribute(value, which, device));
        return value[0];
    }

    @Override
    public int capability(int number) throws DriverFailure {
        CUdevice device = device(number);
        int major = attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR);
        return 10 * major + attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
    }

    @Override
    public String name(int number) throws DriverFailure {
        byte[] letters = new byte[LONGEST_NAME];
        check(JCudaDriver.cuDeviceGetName(letters, letters.length, device(number)));
        String padded = new String(letters, StandardCharsets.UTF_8);
        int end = padded.indexOf('\0');
        return end < 0 ? padded : padded.substring(0, end);
    }
}
