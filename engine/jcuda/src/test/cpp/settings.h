// What a test asks of the driver, and what the driver tells it: two files in the folder that the library lies in.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace standin {

// settings.txt, lines of key=value, read anew at every call where it has changed:
//   driverVersion=12040  capability=89  devices=1  name=...  memory=268435456 (bytes)
//   fail.FUNCTION=CODE        that function of the driver answers with the code, be it named with _v2 or without;
//   fail.FUNCTION.after=N     only after N calls
//   loseAfterLaunches=N       kernels run N times, then the context is lost with loseWith=CODE (719)
//   order=forward | reversed | random:SEED   in which blocks, and the warps of a block, run
//   steps=N                   most instructions of a warp in one launch, before it is said not to end
//   wrong=BITS                every word that a kernel stores comes out with these bits turned
//   copyUnwritten=1           memory that nobody has written may be copied to the host
// log.txt gets a line for everything that goes wrong.
class Settings {
public:
    Settings();
    void refresh();
    std::string text(const std::string& key, const std::string& otherwise) const;
    int64_t number(const std::string& key, int64_t otherwise) const;
    void log(const std::string& what) const;

private:
    std::string folder;
    std::map<std::string, std::string> values;
    int64_t stamp = -1;
};

}  // namespace standin
