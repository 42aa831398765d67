package org.chainboard.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class IconsTest {

    @ParameterizedTest
    @EnumSource(Icons.class)
    void everyIconMakesItsNode(Icons icon, FxRobot robot) {
        robot.interact(() -> assertThat(icon.node().getText()).isNotEmpty());
    }
}
