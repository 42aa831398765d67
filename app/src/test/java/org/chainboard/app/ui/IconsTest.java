package org.chainboard.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class IconsTest {

    @Test
    void everyIconMakesItsNode(FxRobot robot) {
        robot.interact(() -> assertThat(Icons.values())
                .allSatisfy(icon -> assertThat(icon.node().getText()).isNotEmpty()));
    }
}
