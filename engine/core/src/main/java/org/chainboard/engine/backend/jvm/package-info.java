/**
 * The fast processor backend: a plan as few fused kernels over one preallocated array, with the Vector API where the Java
 * virtual machine offers it and plain loops where it does not. Classes named Double… are those named Float… with the
 * number type replaced; a test holds the two together.
 *
 * <p>Uses {@code backend}, {@code plan}, {@code eval}, {@code op}, {@code graph} and {@code tensor}. Start reading at
 * {@link org.chainboard.engine.backend.jvm.JvmBackend}, then {@link org.chainboard.engine.backend.jvm.Lowering}.
 */
package org.chainboard.engine.backend.jvm;
