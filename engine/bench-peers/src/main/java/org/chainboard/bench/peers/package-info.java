/**
 * The training steps of {@link org.chainboard.workload.Workload} as a careful user of other libraries would write them.
 * Built only with {@code -Pbench,peers}; nothing depends on it.
 *
 * <p>Uses {@code org.chainboard.bench}. One class a library; what exactly each is measured at stands in
 * docs/performance.md.
 */
package org.chainboard.bench.peers;
