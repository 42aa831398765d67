@echo off
rem Builds, tests and starts Chainboard on Windows; the twin of the script "chainboard".
setlocal
set "ROOT=%~dp0"
set "LAUNCH=%ROOT%app\target\launch"

where javac >nul 2>nul || if not exist "%JAVA_HOME%\bin\javac.exe" (
  echo Chainboard needs a JDK 17 or newer. Please run:  winget install EclipseAdoptium.Temurin.17.JDK 1>&2
  exit /b 3
)
set "JAVA=java"
if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"

if "%~1"=="test" goto test

call :is_built || call :build || exit /b 1
if "%~1"=="" goto window
"%JAVA%" -XX:+UseSerialGC -XX:-UsePerfData -Djava.awt.headless=true @"%LAUNCH%\cli.args" org.chainboard.tools.cli.Cli %*
exit /b %ERRORLEVEL%

:window
"%JAVA%" @"%ROOT%app\launch.args" @"%LAUNCH%\javafx.args" @"%LAUNCH%\window.args" org.chainboard.app.Launcher
exit /b %ERRORLEVEL%

:test
pushd "%ROOT%"
call mvnw.cmd -B -ntp verify
set "RESULT=%ERRORLEVEL%"
popd
exit /b %RESULT%

rem true where nothing that the program is made of is newer than the last build
:is_built
if not exist "%LAUNCH%\built" exit /b 1
powershell -NoProfile -Command ^
  "$built = (Get-Item $env:LAUNCH\built).LastWriteTime; cd $env:ROOT;" ^
  "$new = Get-ChildItem pom.xml, .mvn, *\pom.xml, engine\*\pom.xml, *\src\main, engine\*\src\main -Recurse |" ^
  "Where-Object LastWriteTime -gt $built | Select-Object -First 1; exit [int]($null -ne $new)"
exit /b %ERRORLEVEL%

rem builds, then writes the paths as arguments for java (a path may be longer than a command line)
:build
echo Building Chainboard; the first time it fetches its libraries, which takes some minutes. 1>&2
if not exist "%ROOT%target" mkdir "%ROOT%target"
pushd "%ROOT%"
call mvnw.cmd -B -ntp -Dstyle.color=never -pl app -am process-classes >target\build.log 2>&1
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
  findstr /b /c:"[ERROR]" "%ROOT%target\build.log" 1>&2
  echo The build failed; the full log is %ROOT%target\build.log. 1>&2
  exit /b 1
)
powershell -NoProfile -Command ^
  "cd $env:LAUNCH; $quote = [char]34; $own = $env:ROOT + 'app\target\classes;';" ^
  "function Write-Args($name, $option, $path) {" ^
  "[IO.File]::WriteAllText((Join-Path $env:LAUNCH $name), $option + ' ' + $quote + $path.Trim().Replace('\', '/') + $quote) };" ^
  "Write-Args 'javafx.args' '--module-path' (Get-Content javafx.path -Raw);" ^
  "Write-Args 'window.args' '-cp' ($own + (Get-Content window.path -Raw));" ^
  "Write-Args 'cli.args' '-cp' (Get-Content cli.path -Raw)" || exit /b 1
echo built>"%LAUNCH%\built"
exit /b 0
