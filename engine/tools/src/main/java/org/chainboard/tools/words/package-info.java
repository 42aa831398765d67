/**
 * Sentences for people from the bundle of the tools, {@code org/chainboard/ui/i18n/tools.properties}.
 *
 * <p>Uses the JDK only. Start reading at {@link org.chainboard.tools.words.Words}.
 */
package org.chainboard.tools.words;
