<html>no stylesheet</html>
