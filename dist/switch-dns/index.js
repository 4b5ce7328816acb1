require('../start.js').start('switch-dns');
